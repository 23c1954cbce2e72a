package dev.muster.model;

import java.util.Optional;

/** A sender in SeaX; {@code whatsapp} is absent where the API does not say whether it can send WhatsApp. */
public record Phone(PhoneId id, String name, String number, boolean enabled, Optional<Boolean> whatsapp) {}
