package dev.muster.sandbox.whatsapp;

import java.util.Optional;

/**
 * What WhatsApp says of what fills a template.
 *
 * @param missing the slot that nothing fills, where that is the reason
 */
public record ParameterError(int code, String message, Optional<String> missing) {}
