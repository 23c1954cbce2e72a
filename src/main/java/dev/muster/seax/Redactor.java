package dev.muster.seax;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Replaces a key in any text, in its plain, URL-encoded and base64 forms, so that the text can be shown. */
public final class Redactor {
    private static final String SHOWN = "[API key]";

    private final List<String> forms;

    public Redactor(ApiKey key) {
        var plain = key.reveal();
        var bytes = plain.getBytes(StandardCharsets.UTF_8);
        forms = List.of(
                plain,
                URLEncoder.encode(plain, StandardCharsets.UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public String redact(String text) {
        var shown = text;
        for (var form : forms) {
            shown = shown.replace(form, SHOWN);
        }
        return shown;
    }
}
