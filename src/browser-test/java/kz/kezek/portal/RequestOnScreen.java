package kz.kezek.portal;

import com.microsoft.playwright.Page;
import java.time.Duration;
import kz.kezek.RunningDesk;

/** The request form as a citizen fills it in. */
final class RequestOnScreen {

    private final Page page;
    private final RunningDesk desk;

    RequestOnScreen(Page page, RunningDesk desk) {
        this.page = page;
        this.desk = desk;
    }

    void fill(String address) {
        page.locator("#summary").fill("Не подписывается исковое заявление");
        page.locator("#eds").fill("НУЦ РК, AUTH_RSA256");
        page.locator("#until").fill("02.12.2027");
        page.locator("#browser").fill("Google Chrome 148");
        page.locator("#os").fill("Windows 11");
        page.locator("#java-none").check();
        page.locator("#error").fill("Соединение с NCALayer не установлено");
        page.locator("#actions").fill("Открываю «Подать иск», нажимаю «Подписать и отправить»");
        page.locator("#name").fill("Тестова Айгуль Сериковна");
        page.locator("#id").fill("900101100014");
        page.locator("#address").fill(address);
    }

    /** Goes on to the letter as it will be sent; a person has taken more than a few seconds by now. */
    void check() {
        desk.clock.advance(Duration.ofSeconds(20));
        page.locator("#send button").click();
        page.waitForSelector("main .paper");
    }
}
