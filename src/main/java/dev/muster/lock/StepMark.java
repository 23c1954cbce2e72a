package dev.muster.lock;

import dev.muster.model.Sha256;
import java.util.regex.Pattern;

/** A step: whatever record has it, with all that came before, is the one that was seen. */
public record StepMark(long serial, Sha256 digest) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18}) (sha256:[0-9a-f]{64})");

    /** Reads a line without its line feed. */
    public static StepMark parse(String line) {
        var found = FORM.matcher(line);
        if (!found.matches()) {
            throw new LockFormatException("this names no step");
        }
        return new StepMark(Long.parseLong(found.group(1)), new Sha256(found.group(2)));
    }

    public String line() {
        return serial + " " + digest + "\n";
    }
}
