package kz.kezek.submission;

/**
 * The subject {@code ИИН/СК/ описание} (R2–R5) taken apart. Parts not found are empty strings.
 *
 * @param raw the subject as received
 * @param idRaw what stands in the place of the ИИН/БИН
 * @param serviceCode the service's code as the regulation writes it, or empty when the letter names none or another
 * @param serviceCodeRaw what stands in the place of the code
 * @param summary the short description, as written
 */
public record SubjectLine(String raw, String idRaw, String serviceCode, String serviceCodeRaw, String summary) {}
