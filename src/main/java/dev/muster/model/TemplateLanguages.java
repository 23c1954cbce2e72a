package dev.muster.model;

import java.util.List;

/**
 * The languages in which SeaX can name a template. A template in another language cannot be sent through it, even where
 * WhatsApp has approved one.
 */
public final class TemplateLanguages {
    /** SeaX's OpenAPI document of 2025-11-07, {@code WhatsAppBusinessPlatformTemplateLanguage}; case counts. */
    public static final List<String> CODES = List.of("""
            af ar az bg bn ca cs da de el en en_GB en_US es es_AR es_ES es_MX et fa fi fil fr ga gu ha he hi hr
            hu id it ja ka kk kn ko ky_KG lo lt lv mk ml mr ms nb nl pa pl pt_BR pt_PT ro ru rw_RW sk sl sq sr
            sv sw ta te th tr uk ur uz vi zh_CN zh_HK zh_TW zu\
            """.split("\\s+"));

    private TemplateLanguages() {}

    /** Those that are written otherwise and probably meant: {@code en-us}; else those of the same language: {@code de_DE}. */
    public static List<String> near(String code) {
        var meant = code.replace('-', '_');
        var same = CODES.stream().filter(meant::equalsIgnoreCase).toList();
        var language = meant.replaceFirst("_.*", "");
        return same.isEmpty()
                ? CODES.stream()
                        .filter(known -> known.replaceFirst("_.*", "").equalsIgnoreCase(language))
                        .toList()
                : same;
    }
}
