package dev.muster.model;

/** The ways in which SeaX says whom a campaign is for. */
public enum Selector {
    ANY,
    ALL,
    EXCLUDE,
    EXCLUDE_CONTACTS,
    /** What Muster never asks for: contacts that are added by hand, and exclusions by several labels at once. */
    OTHER
}
