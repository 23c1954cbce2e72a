/**
 * Findings as values: severity, place, what is wrong, what to write instead. Whatever a user can fix in YAML is a
 * {@link dev.muster.diagnostic.Diagnostic}, collected and returned beside the result; nothing here is thrown, but for
 * {@link dev.muster.diagnostic.EnvironmentException}, which is for what no YAML can mend. Imports nothing of Muster.
 */
@NullMarked
package dev.muster.diagnostic;

import org.jspecify.annotations.NullMarked;
