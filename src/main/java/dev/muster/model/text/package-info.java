/** Texts as a phone shows them: links, hosts, placeholders and slips. */
@NullMarked
package dev.muster.model.text;

import org.jspecify.annotations.NullMarked;
