/**
 * Fills approved templates: which slots a template has, what each person's values make of it, and the components that a request
 * by numbers carries. Pure: values come in, texts and findings in numbers go out.
 */
@NullMarked
package dev.muster.template;

import org.jspecify.annotations.NullMarked;
