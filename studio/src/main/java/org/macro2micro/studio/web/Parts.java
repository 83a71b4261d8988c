package org.macro2micro.studio.web;

import org.macro2micro.studio.store.FilmFolders;
import org.macro2micro.studio.store.JobStore;
import org.macro2micro.studio.store.LayerStore;
import org.macro2micro.studio.work.JobQueue;
import org.macro2micro.studio.work.Models;
import org.macro2micro.studio.work.Retention;

/**
 * What the routes stand on.
 *
 * @param jobs what is known of films
 * @param layers what annotators say of them
 * @param folders the films and what was made of them
 * @param queue works at them
 * @param retention deletes them
 * @param models what may look at them
 */
public record Parts(
    JobStore jobs,
    LayerStore layers,
    FilmFolders folders,
    JobQueue queue,
    Retention retention,
    Models models) {}
