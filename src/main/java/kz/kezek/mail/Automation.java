package kz.kezek.mail;

import java.util.List;

/**
 * The marks by which a letter shows that a program wrote it or that it goes in circles (RFC 3834, RFC 2919).
 *
 * @param autoSubmitted the keyword of Auto-Submitted in lower case; empty when the letter has none
 * @param precedence the value of Precedence in lower case; empty when the letter has none
 * @param listId the List-Id; empty when the letter comes from no list
 * @param nullSender whether Return-Path is {@code <>}: never to be answered (RFC 5321 §4.5.5)
 * @param loopMarks the values of X-Loop, for the desk to find its own among them
 * @param deliveredTo the addresses of Delivered-To, X-Original-To and Envelope-To
 * @param hops the number of Received fields; RFC 5321 §6.3 advises to suspect a loop above 100
 */
public record Automation(
        String autoSubmitted,
        String precedence,
        String listId,
        boolean nullSender,
        List<String> loopMarks,
        List<String> deliveredTo,
        int hops) {

    public Automation {
        loopMarks = List.copyOf(loopMarks);
        deliveredTo = List.copyOf(deliveredTo);
    }
}
