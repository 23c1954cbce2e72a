/**
 * Fakes of the ports and the contracts that fakes and real adapters both pass. Built from plain values, no mocking
 * library; may import the ports, model and plan.
 */
@NullMarked
package dev.muster.testing;

import org.jspecify.annotations.NullMarked;
