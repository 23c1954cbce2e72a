/** Commands about the folder itself: init, validate, schema, completion and doctor. */
@NullMarked
package dev.muster.cli.project;

import org.jspecify.annotations.NullMarked;
