/**
 * What a pipeline writes for people on the forge that holds the campaigns: the comment of a pull or merge request, and the one
 * open issue for what needs a person. Which comment is ours, which run is newer, what is an alarm and how a long text is cut is
 * decided here, without a network; {@link dev.muster.forge.Forge} is the port, and {@code forge.http} has GitHub and GitLab
 * behind it. Only the adapters import {@code seax}, for the settings under which anything is asked with a secret.
 */
@NullMarked
package dev.muster.forge;

import org.jspecify.annotations.NullMarked;
