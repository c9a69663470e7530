/** Entity flags | English | Russian | fields | belongs to | many to many. */
export const peopleNouns = `
User~ | user, account, user account, profile | пользователь, пользователи, аккаунт, аккаунты, учетная запись, профиль, юзер, аккаунтами, пользователями, учетные записи | name | |
Admin~ | admin, administrator, superuser | администратор, админ, администраторы, админы | name | |
Manager~ | manager, moderator, editor, operator, dispatcher | менеджер, модератор, редактор, оператор, диспетчер | name | |
Visitor~ | visitor, guest, reader, audience | посетитель, гость, читатель, гости, читатели | name | |
Employee | employee, staff member, staff | сотрудник, работник, сотрудники, персонал | name email:email! position:string? hiredOn:date? | Department Company |
Department | department, division | отдел, департамент, отделы, отделов, подразделение | name! | Company |
LeaveType | leave type, absence type | вид отпуска, тип отпуска | name! yearlyLimit:integer | |
LeaveRequest@ | leave request, vacation request, time off request, absence, vacation, day off | заявка на отпуск, отпуск, отпуска, отсутствие | startDate:date endDate:date status:enum(pending,approved,declined)^=pending | LeaveType Employee |
Shift | shift, work shift | смена, смены, смен | startsAt:datetime endsAt:datetime | Employee |
Timesheet@ | timesheet, time entry, time record | табель, учет времени | workedOn:date minutes:integer | Project Task Employee |
Member | member, gym member, club member | участник, член клуба, участники | name email:email! joinedOn:date? | |
Membership@ | membership, gym membership, season pass | абонемент, членство, абонементы | kind:enum(monthly,yearly)=monthly startDate:date?^ endDate:date?^ | Member |
Trainer | trainer, coach | тренер, тренеры, инструктор по фитнесу | name bio:text? | |
GymClass | gym class, fitness class, workout class, group class | тренировка, занятие в зале, групповое занятие, тренировки, занятие, занятия | title startsAt:datetime duration:integer=60 capacity:integer | Trainer |
Workout@ | workout, training session | тренировочный план, упражнения | title doneOn:date | |
Exercise | exercise | упражнение, упражнения | name description:text? | | Workout
Booking@ | booking, reservation, table booking, room booking | бронирование, бронь, запись на прием, бронирования, резерв, запись на занятие, запись клиентов | startsAt:datetime endsAt:datetime? status:enum(booked,cancelled)^=booked | GymClass Room Service Table Slot Hotel |
Slot | slot, time slot, timeslot | слот, окно записи | startsAt:datetime endsAt:datetime | |
Service | bookable service, salon service, offered service | услуга, услуги, услуг | name price:money duration:integer | |
Appointment@ | appointment, doctor visit, visit | прием, запись к врачу, визит, приемы | startsAt:datetime status:enum(planned,done,cancelled)^=planned reason:text? | Patient Doctor Service Pet |
Patient | patient | пациент, пациенты | name birthDate:date phone:string? | |
Doctor | doctor, physician, dentist | врач, доктор, врачи, стоматолог | name specialty:string | Clinic |
Clinic | clinic, hospital | клиника, больница, поликлиника | name address | |
Prescription | prescription | рецепт врача, назначение | medicine:string dosage:string issuedOn:date | Patient Doctor |
Medicine | medicine, drug, medication | лекарство, препарат, лекарства | name! dosage:string? | |
Pet@ | pet, animal | питомец, животное, питомцы | name species:string birthDate:date? | |
Course | course, class course, online course, lecture course | курс, курсы, курсов | title description:text price:money? | Teacher Instructor |
Lesson | lesson, lecture | урок, лекция, уроки, лекции, уроков | title body:text position:integer | Course |
Assignment | assignment, homework | задание, домашнее задание, задания | title description:text dueDate:date? | Course Lesson |
Submission@ | submission, solution, handed in work | решение, сданная работа, решения | body:text grade:integer?^ | Assignment |
Enrollment@ | enrolment, enrollment, course registration | зачисление, запись на курс | enrolledOn:date status:enum(active,finished)^=active | Course |
Student | student, pupil, learner | студент, ученик, студенты, ученики | name email:email! | Group |
Teacher | teacher, tutor, professor | учитель, преподаватель, учителя, преподаватели | name email:email? | |
Instructor | instructor | инструктор | name bio:text? | |
Parent | parent | родитель, родители | name email:email! | |
Group | study group, class group | учебная группа, группа, группы | name! | |
Subject | school subject, discipline | предмет, дисциплина, предметы | name! | |
Grade | grade, mark | оценка ученика, отметка, оценки | value:integer | Student Subject Assignment |
Exam | exam, examination | экзамен, экзамены | title takesPlaceAt:datetime | Course Subject |
School | school, university | школа, университет, вуз | name address:string? | |
Certificate@ | certificate, diploma | сертификат, диплом | title issuedOn:date | Course Student |
Vacancy | vacancy, job, job posting, job opening, job offer | вакансия, вакансии, вакансий | title description:text salary:money? location:string? open:boolean=true | Company |
Application@ | application, job application | отклик, отклики, заявка на вакансию | coverLetter:text status:enum(sent,viewed,rejected,invited)^=sent | Vacancy |
Resume@ | resume, cv | резюме | title experience:text skills:text? | |
Candidate | candidate, applicant | кандидат, соискатель, кандидаты | name email:email! | Vacancy |
Interview | interview | собеседование, интервью | startsAt:datetime notes:text? | Candidate Application |
Skill | skill | навык, навыки | name! | |
Company | company, organisation, organization, employer | компания, организация, компании, фирма, работодатель | name website:url? description:text? | |
Contact | contact, contact person, phone book entry | контакт, контакты, контактов | name email:email? phone:string? | Company |
Lead | lead, sales lead, prospect | лид, лиды, лидов | name email:email? source:string? status:enum(new,qualified,lost)=new | |
Deal | deal, opportunity, sales deal | сделка, сделки, сделок | title amount:money stage:enum(new,negotiation,won,lost)=new | Contact Company Customer |
Activity@ | activity, call log | активность, звонок | kind:string notes:text? occurredAt:datetime | Deal Contact |
Project@ | project | проект, проекты, проектов | name description:text? status:enum(active,archived)=active | Workspace Company |
Task@ | task, todo, todo item, to do, chore | задача, дело, задачи, дела, задач | title description:text? done:boolean=false dueDate:date? | Project TodoList Board Column |
TodoList@ | todo list, task list, checklist | список дел, список задач, чек лист | name | |
Subtask@ | subtask | подзадача, подзадачи | title done:boolean=false | Task |
Board@ | kanban board, board | доска, доски, канбан доска | name | Workspace Project |
Column | board column, kanban column | колонка доски, колонка | name position:integer | Board |
Card@ | kanban card, card | карточка, карточки | title body:text? position:integer=0 | Column |
Issue@ | issue, bug, bug report, defect | баг, дефект, ошибка в трекере | title description:text status:enum(open,closed)=open | Project Milestone |
Milestone | milestone | веха, этап, этапы | title dueDate:date? | Project |
Sprint | sprint | спринт, спринты | name startDate:date endDate:date | Project |
Workspace@ | workspace | рабочее пространство | name | |
Habit@ | habit | привычка, привычки | name frequency:enum(daily,weekly)=daily | |
Goal@ | goal, objective | цель, цели | title dueDate:date? done:boolean=false | |
Reminder@ | reminder | напоминание, напоминания | title remindAt:datetime | |
Campaign | campaign | кампания, рекламная кампания | name startsAt:datetime endsAt:datetime? | |
Donation@ | donation | пожертвование, донат, пожертвования | amount:money | Campaign Fundraiser |
Fundraiser@ | fundraiser | сбор средств | title goalAmount:money | |
Volunteer | volunteer | волонтер, волонтеры | name email:email! | |
Voter | voter | избиратель | name | |
Speaker | speaker | спикер, докладчик, спикеры | name bio:text? | | Event
Attendee@ | attendee, event participant | посетитель мероприятия, участник мероприятия | name email:email | Event |
Registration@ | event registration, sign up sheet | регистрация на мероприятие, запись на мероприятие | status:enum(registered,cancelled)^=registered | Event |
Badge | badge, achievement | достижение, значок, ачивка | name! description:text? | |
`;
