package kz.kezek.ticket;

import kz.kezek.storage.BlobId;

/**
 * A file that goes along with what an agent writes to the applicant.
 *
 * @param fileName as the applicant sees it
 * @param mediaType known by the content, not by the name
 * @param content where its bytes are kept
 */
public record AttachedFile(String fileName, String mediaType, long size, BlobId content) {}
