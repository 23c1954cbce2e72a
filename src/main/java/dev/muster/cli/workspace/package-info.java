/** Commands that look at a workspace: labels, phones and audiences. */
@NullMarked
package dev.muster.cli.workspace;

import org.jspecify.annotations.NullMarked;
