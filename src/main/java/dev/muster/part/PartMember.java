package dev.muster.part;

/**
 * Somebody who is messaged by number, held in memory only.
 *
 * @param row the contact whose values fill the template
 * @param number in E.164
 * @param language which translation of the template
 * @param bytes how many bytes the request has for this person, about
 */
public record PartMember(int row, String number, String language, int bytes) {
    /** Personal data never gets into a log by way of an exception. */
    @Override
    public String toString() {
        return "PartMember";
    }
}
