/**
 * Stories: each is a folder with definitions, a script and the approved record of everything a person and SeaX would see.
 * Adding one needs no Java.
 */
@NullMarked
package dev.muster.story;

import org.jspecify.annotations.NullMarked;
