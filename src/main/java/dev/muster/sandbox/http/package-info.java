/** The server: requests, answers, faults and the control routes. */
@NullMarked
package dev.muster.sandbox.http;

import org.jspecify.annotations.NullMarked;
