package dev.muster.definition;

/** A YAML file as read: its path as the user would type it, and its text. */
public record SourceFile(String path, String text) {}
