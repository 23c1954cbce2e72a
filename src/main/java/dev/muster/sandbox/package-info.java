/**
 * Our own SeaX: a real HTTP server on the loopback address that behaves as the API document says, field by field and
 * error by error, with the read endpoints of the vendor's OpenAPI document beside it. It is the newcomer's first
 * workspace and the oracle of our tests: "nobody twice" is asserted on its {@link dev.muster.sandbox.world.Ledger}, never on
 * the client's word.
 *
 * <p>May import nothing of Muster but model, and in fact imports none of it: a server that shared the client's code for
 * audiences would share its mistakes. State is a log of events applied to a deterministic world, so that several
 * processes see the same workspace and a killed one loses nothing that it answered.
 */
@NullMarked
package dev.muster.sandbox;

import org.jspecify.annotations.NullMarked;
