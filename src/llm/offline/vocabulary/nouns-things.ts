/** Entity flags | English | Russian | fields | belongs to | many to many. */
export const thingNouns = `
Vehicle | vehicle, truck, van | автомобиль, транспорт, грузовик, транспортное средство | plate! model capacity:integer? | Driver |
Car | car, rental car | машина, авто, машины | brand model year:integer? plate:string! | |
Driver | driver | водитель, водители | name phone licence:string? | |
Ride@ | ride, trip, taxi ride, ride sharing | поездка, поездки, рейс | origin:string destination:string startsAt:datetime price:money?^ | Driver Car |
Route | delivery route, bus route, route plan | маршрут, маршруты | name origin:string destination:string | |
Stop | bus stop, stop on the way | остановка, остановки | name latitude:number longitude:number | Route |
Charger | charger, charging station, ev charger | зарядка, зарядная станция, зарядные станции | name address powerKw:number pricePerHour:money | |
Rental@ | rental, lease, hire | аренда, прокат | startDate:date endDate:date status:enum(requested,active,finished)^=requested | Car Equipment Property Charger Apartment |
Equipment | equipment, gear, power tool, hand tool | оборудование, инструмент | name serialNumber:string? | |
Property | property, real estate, real estate property, estate | недвижимость, объект недвижимости | title address price:money area:number? | Agent |
Apartment | apartment, flat | квартира, квартиры, апартаменты | address rooms:integer price:money | Building |
House | house, home listing | дом на продажу, коттедж | address price:money | |
Building | building | здание, здания | name address | |
Agent | estate agent, agent, realtor | агент, риелтор, агенты | name phone | |
Viewing@ | property viewing, viewing | показ, просмотр объекта | startsAt:datetime | Property Apartment |
Tenant | tenant, renter | арендатор, жилец | name email:email | Apartment |
Hotel | hotel, hostel | отель, гостиница, отели, хостел | name address stars:integer? | City |
City | city, town | город, города | name! country:string? | Country |
Country | country | страна, страны | name! code:string! | |
Region | region | регион, регионы | name! | Country |
Place | place, point of interest, sight, landmark | место на карте, достопримечательность, достопримечательности | name latitude:number longitude:number description:text? | City Category |
Location | location | локация, местоположение | name latitude:number longitude:number | |
Flight | flight | авиарейс, перелет | number! departsAt:datetime arrivesAt:datetime | Airline |
Airline | airline | авиакомпания | name! | |
Tour | tour, excursion | тур, экскурсия, туры, экскурсии | title description:text price:money startsAt:datetime | |
Seat | seat | кресло, сиденье | row:integer number:integer | Hall |
Hall | cinema hall, theatre hall | кинозал | name! | Cinema |
Cinema | cinema, theatre, theater | кинотеатр, театр | name address | |
Screening | screening, showtime | сеанс, киносеанс, сеансы | startsAt:datetime price:money | Movie Hall |
Device | device, gadget | устройство, устройства, прибор | name! kind:string? | |
Sensor | sensor | датчик, датчики, датчиков | name! unit:string? | Device Location |
Measurement | measurement, reading, sensor reading, telemetry | измерение, показание, показания, телеметрия | value:number measuredAt:datetime | Sensor Device Meter |
Meter | meter, utility meter | счетчик, счетчики | number! | Apartment |
Alert@ | alert, price alert | оповещение, тревога, алерт | condition:string threshold:number active:boolean=true | Device Sensor |
Incident | incident, outage | инцидент, инциденты | title severity:enum(low,high)=low resolvedAt:datetime? | Service |
Monitor@ | monitor, uptime check | монитор, проверка доступности | name url:url intervalSeconds:integer=60 | |
Watch@ | watch, page watch, watched page | отслеживание, наблюдение | url:url intervalMinutes:integer=60 selector:string? | |
Host | host machine, machine | хост, машина в сети | name! address | |
Plant | plant | растение, растения | name species:string? wateredOn:date? | |
Garden@ | garden | сад, огород | name | |
Field | farm field | поле фермы | name area:number | Farm |
Farm | farm | ферма | name address:string? | |
Crop | crop | урожай, культура | name sownOn:date? | Field |
Item | item, thing, asset, inventory asset | вещь, предмет инвентаря, имущество, актив | name description:text? quantity:integer=1 | Category Warehouse |
Part | spare part, part | запчасть, деталь, запчасти | name! number:string | Vehicle |
Repair | repair, maintenance, work order | ремонт, обслуживание, техобслуживание | description:text status:enum(open,done)=open | Car Vehicle Equipment Device |
Expense@ | expense, spending, spend | расход, трата, расходы, траты, расходов, трат | title amount:money spentOn:date | Category Budget |
Income@ | income, earning | доход, доходы | title amount:money receivedOn:date | Category |
Budget@ | budget | бюджет, бюджеты | name limitAmount:money month:date? | |
Transaction@ | transaction, transfer | транзакция, операция по счету, транзакции, перевод денег | amount:money description:string? occurredAt:datetime | Wallet BankAccount |
Wallet@ | wallet, purse | кошелек, кошельки | name balance:money?^ | |
BankAccount@ | bank account | банковский счет, счет в банке | number! balance:money | |
CreditCard@ | credit card, bank card | банковская карта | label lastDigits:string | |
Stock | stock quote, company share, security paper | акция, ценная бумага, акции | symbol! name | |
Portfolio@ | portfolio, investment portfolio | портфель, инвестиционный портфель | name | |
Coin | coin, cryptocurrency | монета, криптовалюта | symbol! name | |
Block | block, bitcoin block | блок, блоки | height:integer! hash:string! minedAt:datetime | |
Contract@ | contract, agreement | договор, контракт, договоры | number! signedOn:date? amount:money? | Customer Company |
Estimate@ | estimate, quote for work | смета, коммерческое предложение | title amount:money | Customer Project |
Insurance | insurance policy, policy | полис, страховка | number! startDate:date endDate:date | |
Claim@ | insurance claim, claim | страховой случай, претензия | description:text amount:money | Insurance |
Complaint@ | complaint | жалоба, жалобы | body:text status:enum(new,handled)=new | |
Request@ | request, service request | заявка, заявки, запрос на обслуживание, заявок | title description:text? status:enum(new,approved,declined)=new | Movie Season |
Form | form | форма обратной связи, анкета формы | title | |
FormResponse | form response, form submission | ответ на форму | data:text | Form |
Asset | fixed asset, digital asset | основное средство | name inventoryNumber:string! | |
Feature | feature request | запрос функции | title description:text votes:integer=0 | Product |
Faq | faq, frequently asked question | частый вопрос | question:text answer:text | |
Banner | banner, promo banner | баннер, баннеры | title image:url link:url? active:boolean=true | |
Newsletter | newsletter, mailing list | рассылка новостей | name | |
Weather | weather record, forecast | прогноз погоды, погода | city:string temperature:number measuredAt:datetime | |
Star | star object, planet | планета, звезда | name! | |
Memo@ | memo | мемо | body:text visibility:enum(private,protected,public)=private pinned:boolean=false | |
Log | log entry, diary entry, journal entry, diary | запись дневника, дневник | body:text occurredAt:datetime | |
Family | family | семья | name | |
Wedding | wedding | свадьба | title date:date | |
Rsvp@ | rsvp, invitation | приглашение, приглашения | status:enum(invited,accepted,declined)=invited | Event Wedding |
Library | library branch | филиал библиотеки | name address | |
Museum | museum | музей | name address | |
Exhibit | exhibit, artwork, painting | экспонат, картина, экспонаты | title description:text? | Museum Artist |
Parking | parking lot, parking space, parking spot | парковка, парковочное место | number! | |
`;
