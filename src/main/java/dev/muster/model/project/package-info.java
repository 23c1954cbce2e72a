/** The project file as values: workspaces, policy, and where requests may go. */
@NullMarked
package dev.muster.model.project;

import org.jspecify.annotations.NullMarked;
