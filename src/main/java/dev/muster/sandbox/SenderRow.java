package dev.muster.sandbox;

/** A sender; {@code whatsapp} says whether it may send WhatsApp campaigns. */
record SenderRow(String id, String name, String phone, boolean enabled, boolean whatsapp) {}
