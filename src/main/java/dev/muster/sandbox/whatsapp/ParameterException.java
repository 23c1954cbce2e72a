package dev.muster.sandbox.whatsapp;

import java.util.Optional;

/** Ends the look at one message with what is wrong in it. */
final class ParameterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ParameterError error;

    private ParameterException(ParameterError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    static ParameterException of(int code, String message) {
        return new ParameterException(new ParameterError(code, "(#" + code + ") " + message, Optional.empty()));
    }

    /** Nothing fills a slot. */
    static ParameterException missing(int code, String slot, String message) {
        return new ParameterException(new ParameterError(code, "(#" + code + ") " + message, Optional.of(slot)));
    }

    ParameterError error() {
        return error;
    }
}
