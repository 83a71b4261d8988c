/**
 * The plan of what is written: settings, counts, people and their clips, and what moves at which
 * time in a clip.
 */
@NullMarked
package org.macro2micro.lab.plan;

import org.jspecify.annotations.NullMarked;
