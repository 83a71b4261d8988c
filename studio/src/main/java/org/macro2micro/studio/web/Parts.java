package org.macro2micro.studio.web;

import org.macro2micro.studio.store.FilmFolders;
import org.macro2micro.studio.store.JobStore;
import org.macro2micro.studio.store.LayerStore;
import org.macro2micro.studio.work.JobQueue;
import org.macro2micro.studio.work.LiveSessions;
import org.macro2micro.studio.work.Models;
import org.macro2micro.studio.work.Retention;

/**
 * The parts of a studio that the routes use.
 *
 * @param jobs keeps what is known of films
 * @param layers keeps what annotators say of films
 * @param folders keeps films and what was made of them
 * @param queue works at films
 * @param retention deletes films
 * @param models look at films
 * @param cameras are looked through now
 */
public record Parts(
    JobStore jobs,
    LayerStore layers,
    FilmFolders folders,
    JobQueue queue,
    Retention retention,
    Models models,
    LiveSessions cameras) {}
