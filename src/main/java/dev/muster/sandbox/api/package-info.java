/** The operations of the API, one class for each endpoint. */
@NullMarked
package dev.muster.sandbox.api;

import org.jspecify.annotations.NullMarked;
