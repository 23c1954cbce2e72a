package dev.muster.template;

import dev.muster.model.TemplateMessage.MediaKind;
import dev.muster.model.text.HostName;
import dev.muster.template.ValueFault.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What fits behind the fixed part of an address, as a code, and as the address of a file. Nothing is encoded here. */
final class LinkRules {
    /** What others who check addresses of templates allow; Meta's own limit is not known. */
    static final int LONGEST_ADDRESS = 2000;

    /** Longer codes are known to be refused by some, and no text of Meta says it. */
    static final int USUAL_CODE = 15;

    private static final int LONGEST_CODE = 20;
    private static final String SIGNS_OF_ADDRESSES = "-._~:/?#@!$&'()*+,;=";
    private static final String PATH = "/?#";

    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png");
    private static final Set<String> VIDEOS = Set.of("mp4", "3gp", "3gpp");

    /** What the end of a name says for certain. */
    private static final Set<String> KNOWN_ENDINGS = Set.of(
            "jpg", "jpeg", "png", "gif", "webp", "svg", "bmp", "tif", "tiff", "heic", "avif", "mp4", "3gp", "3gpp",
            "mov", "avi", "webm", "mkv", "mp3", "ogg", "wav", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt",
            "csv", "zip", "htm", "html");

    private LinkRules() {}

    static Optional<Kind> ofCoupon(String code) {
        boolean isCode = code.length() <= LONGEST_CODE && code.chars().allMatch(LinkRules::isLetterOrDigit);
        return isCode ? Optional.empty() : Optional.of(Kind.COUPON_FORM);
    }

    /** {@code fixed} is what the template has before the value. */
    static Optional<Kind> ofButton(String fixed, String value) {
        if (!isUrlSafe(value)) {
            return Optional.of(Kind.URL_UNSAFE);
        } else if (isWholeAddress(value) && !fixed.endsWith("=")) {
            return Optional.of(Kind.URL_WHOLE);
        } else if (!hasPath(fixed) && PATH.indexOf(value.charAt(0)) < 0) {
            return Optional.of(Kind.URL_HOST);
        }
        return fixed.length() + value.length() > LONGEST_ADDRESS ? Optional.of(Kind.URL_TOO_LONG) : Optional.empty();
    }

    private static boolean isWholeAddress(String value) {
        var lower = value.length() < 8 ? "" : value.substring(0, 8).toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.equals("https://");
    }

    /** Whether the host has ended, so that nothing behind it makes another one of it. */
    static boolean hasPath(String fixed) {
        int host = fixed.indexOf("://");
        int from = host < 0 ? 0 : host + 3;
        for (int i = from; i < fixed.length(); i++) {
            if (PATH.indexOf(fixed.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Characters of RFC 3986, section 2; a percent sign with its two digits. */
    static boolean isUrlSafe(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean isSafe = c == '%' ? isEncoded(value, i) : isLetterOrDigit(c) || SIGNS_OF_ADDRESSES.indexOf(c) >= 0;
            if (!isSafe) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEncoded(String value, int percent) {
        return percent + 2 < value.length()
                && Character.digit(value.charAt(percent + 1), 16) >= 0
                && Character.digit(value.charAt(percent + 2), 16) >= 0;
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    static Optional<Kind> ofMedia(MediaKind kind, String address) {
        if (address.length() > LONGEST_ADDRESS) {
            return Optional.of(Kind.URL_TOO_LONG);
        }
        return path(address)
                .map(path -> hasOtherKind(kind, path) ? Optional.of(Kind.MEDIA_KIND) : Optional.<Kind>empty())
                .orElse(Optional.of(Kind.MEDIA_ADDRESS));
    }

    private static boolean hasOtherKind(MediaKind kind, String path) {
        int dot = path.lastIndexOf('.');
        var ending = dot < path.lastIndexOf('/') ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
        return KNOWN_ENDINGS.contains(ending) && !takes(kind, ending);
    }

    /** A document may be of any kind. */
    private static boolean takes(MediaKind kind, String ending) {
        return switch (kind) {
            case IMAGE -> PICTURES.contains(ending);
            case VIDEO -> VIDEOS.contains(ending);
            case DOCUMENT -> true;
        };
    }

    /** The path of an address that anybody can fetch: https, a host with a name, nobody's password. */
    private static Optional<String> path(String address) {
        try {
            var uri = new URI(address);
            boolean isPublic = "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getRawUserInfo() == null
                    && uri.getHost() != null
                    && isPublic(HostName.of(uri.getHost()));
            return isPublic ? Optional.of(uri.getRawPath() == null ? "" : uri.getRawPath()) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static boolean isPublic(HostName host) {
        var name = host.ascii();
        return name.indexOf('.') > 0
                && !host.isBareAddress()
                && !name.endsWith(".localhost")
                && !name.endsWith(".local")
                && !name.endsWith(".internal");
    }
}
