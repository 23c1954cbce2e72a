package dev.muster.report;

/** A named line below a campaign. */
public record Row(String name, String value) {}
