/**
 * YAML text to definitions, with the place of every node.
 *
 * <p>The decision behind it: YAML is composed to nodes and bound by our own records, never by a library's types, because
 * implicit typing turns {@code +1555…} into a number and {@code 2025-13-45} into February. The records of this package are
 * the only description of the format: the reader, Bean Validation and the published schemas all follow them. A block that
 * lacks something is kept as far as it could be bound, so that all findings come in one run.
 */
@NullMarked
package dev.muster.definition;

import org.jspecify.annotations.NullMarked;
