/**
 * Pages for a browser: values to one self-contained HTML file, without any I/O. Templates (in {@code src/main/jte}) escape
 * what they show by where it stands; drawings are written by {@link dev.muster.report.html.Svg} alone, which does the same.
 * A page loads nothing, runs nothing and sends nothing, and its content policy holds the browser to that.
 *
 * <p>{@link dev.muster.report.html.HtmlPage} is the frame of every report; the charts are functions from values to drawings and
 * know no plan.
 */
@NullMarked
package dev.muster.report.html;

import org.jspecify.annotations.NullMarked;
