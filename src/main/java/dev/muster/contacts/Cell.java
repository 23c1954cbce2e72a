package dev.muster.contacts;

/** One value of a CSV file and where it begins: line and column from 1, columns in UTF-16 units. */
record Cell(String text, int line, int column) {}
