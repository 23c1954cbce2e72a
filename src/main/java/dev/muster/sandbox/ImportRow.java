package dev.muster.sandbox;

import java.time.Instant;

/** An import of contacts: it is over by the time it is answered, and reads as finished from then on. */
record ImportRow(int number, String uuid, Instant created, int total, int failed) {}
