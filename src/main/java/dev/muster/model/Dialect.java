package dev.muster.model;

/** In which form requests are written: the user's API document, or the vendor's OpenAPI document. */
public enum Dialect {
    TUTORIAL,
    OPENAPI
}
