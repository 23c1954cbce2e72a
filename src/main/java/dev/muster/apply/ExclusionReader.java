package dev.muster.apply;

import dev.muster.model.LabelId;
import java.util.List;
import java.util.function.Predicate;

/** The last look at who must not be messaged, just before a request that lists numbers. */
@FunctionalInterface
public interface ExclusionReader {
    /**
     * Tells of a number in E.164 whether somebody with it carries one of these labels now. What cannot be read is a
     * {@link dev.muster.diagnostic.EnvironmentException}: then nothing is posted.
     */
    Predicate<String> carrying(List<LabelId> labels);
}
