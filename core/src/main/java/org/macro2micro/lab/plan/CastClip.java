package org.macro2micro.lab.plan;

import java.util.Optional;
import org.macro2micro.clip.Emotion;

/**
 * A clip that is to be written.
 *
 * @param subject the database's name for the person, such as "sub01" or "S005"
 * @param name the clip's name within the subject
 * @param emotion its label; empty for a sequence without one
 * @param frames number of frames
 */
public record CastClip(String subject, String name, Optional<Emotion> emotion, int frames) {}
