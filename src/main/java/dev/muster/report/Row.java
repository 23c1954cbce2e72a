package dev.muster.report;

/** A named line below a campaign. */
record Row(String name, String value) {}
