package dev.muster.sandbox.world;

/** A sender; {@code whatsapp} says whether it may send WhatsApp campaigns. */
public record SenderRow(String id, String name, String phone, boolean enabled, boolean whatsapp) {}
