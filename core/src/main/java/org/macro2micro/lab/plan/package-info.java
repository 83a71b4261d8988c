/**
 * What is to be written: settings, counts, people and their clips, and what moves when in a clip.
 */
@NullMarked
package org.macro2micro.lab.plan;

import org.jspecify.annotations.NullMarked;
