/** name type | English | Russian. The first line that knows a word wins. */
export const fieldLines = `
name string | name, full name, label | название, имя, имен*, наименование, фио
firstName string | first name, given name | имя пользователя
lastName string | last name, surname, family name | фамилия
title string | title, headline, subject, caption | заголов*, тема
description text | description, summary, details, about, overview | описание, подробности
body text | body, content, text, markdown, html | текст, содержание, содержимое, тело
note text | note, remark, comment text, memo text | примечание, пометка
price money | price, unit price, cost, fare, fee | цена, стоимость, тариф
amount money | amount, sum, total, balance, salary, budget, revenue, payment amount | сумма, итог, баланс, зарплата, оклад, бюджет, итого
stock integer | stock, in stock, quantity in stock, inventory | остаток, остатки, остатк*, наличие, запас
quantity integer | quantity, qty, count, number of items | количество, число, кол во
rating integer | rating, stars, score, grade, mark | рейтинг, оценка, балл, баллы
capacity integer | capacity, seats, max participants, places, spots | вместимость, мест, число мест, места
duration integer | duration, length, minutes, duration in minutes | длительность, продолжительность
position integer | position, order number, sort order, rank, index | позиция, порядок, номер по порядку
year integer | year, release year, publication year | год, год издания, год выпуска
age integer | age | возраст
floor integer | floor, storey | этаж
mileage integer | mileage, odometer | пробег
calories integer | calories, kcal | калории
weight number | weight, mass | вес, масса
height number | height | высота, рост
width number | width | ширина
area number | area, square meters | площадь
distance number | distance | расстояние
temperature number | temperature | температура
latitude number | latitude, lat | широта
longitude number | longitude, lng, lon | долгота
email email | email, email address, mail address | почта, электронная почта, email, имейл
phone string | phone, phone number, mobile, telephone | телефон, номер телефона
address string | address, street address, location address | адрес
city string | city, town | город
country string | country | страна
street string | street | улица
zip string | zip, zip code, postal code, postcode | индекс, почтовый индекс
url url | url, link url, website, homepage, web address | ссылка, адрес сайта, сайт, url
image url | image, photo, picture, cover, avatar, logo, thumbnail, image url, photo url | фото, картинка, изображение, обложка, аватар, логотип, фотография, аватарка
slug string | slug, custom slug, short code | слаг, короткий код
sku string | sku, article number, vendor code | артикул
isbn string | isbn | isbn
vin string | vin | vin
code string | code, promo code, coupon code, serial number, tracking number, number plate, plate | код, промокод, серийный номер, госномер, трек номер
number string | number, room number, account number, invoice number | номер
color string | color, colour | цвет
size string | size | размер
brand string | brand, make, manufacturer | бренд, марка, производитель
model string | model | модель
genre string | genre | жанр
language string | language, locale | язык
currency string | currency | валюта
unit string | unit, unit of measure | единица измерения, единица
type string | type, kind | тип, вид
tagline string | tagline, slogan | слоган
author string | author, writer | автор
artist string | artist, performer | исполнитель, артист
publisher string | publisher | издательство, издатель
category string | category | категория
company string | company, employer, organisation, organization | компания, работодатель, организация
department string | department | отдел
role string | role, job title | должность, роль
status string | status, state, stage | статус, состояние, стадия
priority string | priority, severity, urgency | приоритет, срочность
severity string | severity level | критичность
visibility string | visibility | видимость
done boolean | done, completed, finished, is done, completed flag, checked | выполнено, выполнена, сделано, завершена, признак выполнения, готово, выполнен
active boolean | active, enabled, is active | активен, активна, активность, включено
published boolean | published, is published | опубликовано, опубликована, опубликован
pinned boolean | pinned | закреплено, закреплена
paid boolean | paid, is paid | оплачено, оплачен
available boolean | available, availability, is available | доступно, доступен, доступность
read boolean | read flag, is read, seen | прочитано
birthday date | birthday, birth date, date of birth, born | дата рождения, день рождения
date date | date, day | дата, день
dueDate date | due date, deadline, due, due on | срок, дедлайн, крайний срок, срок выполнения
startDate date | start date, from date, check in date, checkin | дата начала, заезд, дата заезда
endDate date | end date, to date, check out date, checkout date | дата окончания, выезд, дата выезда
expiresAt datetime | expiry, expiry date, expiration, expiration date, expires at, valid until | срок действия, истекает, действителен до, срок годности
startsAt datetime | start, start time, starts at, begin, time, time slot, date and time | время начала, начало, время, дата и время
endsAt datetime | end, end time, ends at | время окончания, конец, окончание
publishedAt datetime | published at, publication date, publish date | дата публикации
deviceName string | device name, device | устройство
lastActivity datetime | last activity, last seen | последняя активность
percent number | percent, percentage, discount, discount percent, commission | процент, скидка, комиссия
views integer | views, view count, clicks, click count, hits | просмотры, клики, переходы
likes integer | likes, like count | лайки
diagnosis text | diagnosis | диагноз
dosage string | dosage, dose | дозировка, доза
answer text | answer, answer text | ответ
question text | question, question text | вопрос, текст вопроса
ingredients text | ingredients | ингредиенты, состав
steps text | steps, instructions | шаги, инструкция, приготовление
experience integer | experience, years of experience | опыт, стаж
`;
