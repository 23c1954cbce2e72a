/** {@code muster contacts}: the people of a workspace, and files of contacts. */
@NullMarked
package dev.muster.cli.contacts;

import org.jspecify.annotations.NullMarked;
