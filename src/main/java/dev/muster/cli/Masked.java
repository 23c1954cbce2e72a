package dev.muster.cli;

/** Names and numbers as they may be shown: the first letter, the first two and the last two digits. */
final class Masked {
    private Masked() {}

    static String name(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "•••";
    }

    static String number(String number) {
        return number.length() < 6
                ? "•".repeat(number.length())
                : number.substring(0, 2) + "•".repeat(number.length() - 4) + number.substring(number.length() - 2);
    }
}
