/**
 * HTTP as an adapter: one request at a time through proxies and certificates that the user named, with limits on time and
 * size.
 */
@NullMarked
package dev.muster.http;

import org.jspecify.annotations.NullMarked;
