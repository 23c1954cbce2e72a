/**
 * The production planner, approver, applier, classifier, resolution of doubts and file store, run on a clock, a disk, a shared
 * record and a SeaX that are values of the test. Whatever can go wrong is a choice; an odometer makes all choices, dice make
 * some. The judge is the ledger of {@link dev.muster.simulation.SimulatedSeax}: whom it messaged, never what the program said.
 * May import what the program is made of; nothing imports it.
 */
@NullMarked
package dev.muster.simulation;

import org.jspecify.annotations.NullMarked;
