/**
 * GitHub and GitLab over HTTP, with Unirest: the adapters behind {@link dev.muster.forge.Forge}. A token goes to one host, over
 * https, and on no redirect; nothing that is printed holds it.
 */
@NullMarked
package dev.muster.forge.http;

import org.jspecify.annotations.NullMarked;
